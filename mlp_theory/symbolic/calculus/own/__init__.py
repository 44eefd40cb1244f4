"""Operations of one's own: written in one class, proved on registration, then read, derived, checked like ours."""
