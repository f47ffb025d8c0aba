"""A report put into a company's own Word document or template."""
