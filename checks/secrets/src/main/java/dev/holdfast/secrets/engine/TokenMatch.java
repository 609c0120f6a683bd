package dev.holdfast.secrets.engine;

/** A token of a known kind found. */
public record TokenMatch(TokenRule rule, Assessment assessment, int start, int end)
        implements Match {}
