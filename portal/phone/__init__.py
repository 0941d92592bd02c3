"""The application on a phone: installed like an app, and usable where there is no connection."""
