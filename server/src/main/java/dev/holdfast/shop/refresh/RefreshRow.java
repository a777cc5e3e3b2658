package dev.holdfast.shop.refresh;

/** One thing that is to be read again; {@code marks} is how often that was hinted at. */
record RefreshRow(String kind, long id, long marks, int attempts) {}
