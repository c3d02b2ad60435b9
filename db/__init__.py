"""Tables, engine, migrations. Knows no viewer and no service."""
