"""What each language hears and says."""
