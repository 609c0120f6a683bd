package dev.holdfast.probes.headers;

import dev.holdfast.probes.csp.Csp;
import dev.holdfast.probes.headers.rule.FrameReader;
import java.util.List;
import java.util.Optional;

/** Reads frame-ancestors as the product does. */
public final class Frames {
    private Frames() {}

    /** What the policies say. */
    public static Optional<FrameReader.Framers> of(List<String> lines, String page) {
        return Csp.framers(lines, page)
                .map(each -> new FrameReader.Framers(each.sources(), each.open()));
    }
}
