"""What the operations need from the outside, as Protocols with their exceptions."""
