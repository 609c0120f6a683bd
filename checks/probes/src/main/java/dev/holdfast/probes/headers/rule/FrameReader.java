package dev.holdfast.probes.headers.rule;

import java.util.List;
import java.util.Optional;

/** Reads who may frame a page out of its policies, as browsers do. */
@FunctionalInterface
public interface FrameReader {
    /**
     * What the policies say, or nothing when none has frame-ancestors.
     *
     * @param lines of Content-Security-Policy, as received
     * @param page the URL of the page
     */
    Optional<Framers> read(List<String> lines, String page);

    /**
     * Who may.
     *
     * @param sources as they were written, of the policy that lets the fewest in
     * @param open whether anybody who wants to may
     */
    record Framers(List<String> sources, boolean open) {
        public Framers {
            sources = List.copyOf(sources);
        }
    }
}
