"""Why: ``python -m qpost.cli`` runs where no script was installed."""

from qpost.cli.program import main

raise SystemExit(main())
