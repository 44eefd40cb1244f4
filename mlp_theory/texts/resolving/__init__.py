"""What a page makes of one letter in several places: found out where lines fail, and kept where they then hold."""
