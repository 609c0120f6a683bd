package dev.holdfast.probes.wire;

import java.net.Socket;

/** What became of a bare connection. */
public sealed interface Line {
    /** There is one; whoever asked for it closes it. */
    record Open(Socket socket) implements Line {}

    /** There is none. */
    record Shut(Reply.Unanswered because) implements Line {}
}
