"""Windows on Linux: the program is built and looked at under Wine, for whoever has no Windows at hand."""
