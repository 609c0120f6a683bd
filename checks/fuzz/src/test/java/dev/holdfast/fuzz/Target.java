package dev.holdfast.fuzz;

import java.util.List;

/** One parser, and what must hold of it whatever the bytes are. */
public interface Target {
    /** The word for it in {@code scripts/fuzz}. */
    String name();

    /** Inputs to begin with. They look like what the parser reads, and hold no token. */
    List<byte[]> seeds();

    /**
     * Reads one input; whatever is thrown is a finding.
     *
     * @param input the bytes, which belong to the target
     */
    void run(byte[] input) throws Exception;
}
