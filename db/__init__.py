"""Tables, engine, migrations, sample data. Knows no viewer."""
