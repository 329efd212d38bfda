"""The people's side: what a person with a phone can see and do."""
