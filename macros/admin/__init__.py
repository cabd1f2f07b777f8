"""The form: Decap, its settings made from the model, and what it writes held to what `kit check` says."""
