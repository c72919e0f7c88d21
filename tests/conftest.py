"""Why: fixtures every test folder may use."""

pytest_plugins = ["tests.postgres", "tests.service_fixtures", "tests.qapi.fixtures"]
