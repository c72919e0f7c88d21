"""Why: a demo seller with the inquiries of a real working day, so that everything can be tried."""

from qpost.server.simulator.population import DemoSeller, DemoShop, demo_seller, populate

__all__ = ["DemoSeller", "DemoShop", "demo_seller", "populate"]
