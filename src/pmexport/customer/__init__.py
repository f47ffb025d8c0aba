"""Customers' reports: what may leave, by which rule, and the proof that nothing else did."""
