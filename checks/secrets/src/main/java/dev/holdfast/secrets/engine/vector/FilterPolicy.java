package dev.holdfast.secrets.engine.vector;

import dev.holdfast.secrets.engine.Anchor;
import dev.holdfast.secrets.engine.CandidateFilter;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.ScalarFilter;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses how candidates are found. Vectors are faster once the JVM has compiled them, which costs
 * more than a short scan takes.
 *
 * @param moduleIsThere whether the Vector API's module is in the boot layer; without it, no class
 *     that needs it is loaded
 * @param vectorFrom the fewest bytes to be scanned for which vectors are chosen
 */
public record FilterPolicy(boolean moduleIsThere, long vectorFrom) {
    private static final String MODULE = "jdk.incubator.vector";

    /** What this JVM offers. */
    public static FilterPolicy ofThisJvm(long vectorFrom) {
        return new FilterPolicy(ModuleLayer.boot().findModule(MODULE).isPresent(), vectorFrom);
    }

    /** Never vectors. */
    public static FilterPolicy scalar() {
        return new FilterPolicy(false, Long.MAX_VALUE);
    }

    /** Whether vectors are chosen for so many bytes. */
    public boolean choosesVectors(long expected) {
        return moduleIsThere && expected >= vectorFrom && VectorFilter.isWide();
    }

    /** The way to find candidates in so many bytes, for {@link Engine#of}. */
    public Function<List<Anchor>, CandidateFilter> filters(long expected) {
        return choosesVectors(expected)
                ? anchors -> new VectorFilter(anchors, new ScalarFilter(anchors))
                : ScalarFilter::new;
    }
}
