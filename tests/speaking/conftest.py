from tests.proofs.conftest import world

__all__ = ["world"]
