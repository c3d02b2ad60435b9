import pytest

from db.engine import open_database
from tests.db.tables import ContractBase


def make_contract_tables(url):
    database = open_database(url)
    ContractBase.metadata.create_all(database.engine)
    database.close()


@pytest.fixture
def store(prepared_database):
    """An open database with the contract test's tables, empty."""
    database = open_database(prepared_database(make_contract_tables))
    yield database
    database.close()
