"""The inquiry page: filters, list, thread, reply."""
