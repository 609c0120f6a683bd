package dev.holdfast.secrets.engine;

/** An exact value found. */
public record NeedleMatch(Needle needle, int start, int end) implements Match {}
