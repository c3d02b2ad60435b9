"""Browser components: constant scripts that get their data from Python and report back.

No script ever carries data, so one policy allows them all. Each script is a file beside this one;
it reaches the browser as a module of its own and lives as long as the tab.
"""
