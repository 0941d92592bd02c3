"""The doors of this room: fetch what the actor may see, call one action, answer."""
