package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Assessment;
import org.jspecify.annotations.Nullable;

/** Says what a token that has the right form is, from its bytes and those around it. */
@FunctionalInterface
interface Judge {

    /**
     * The assessment of {@code [start, end)}, or null when it is no token of this kind after all.
     */
    @Nullable Assessment judge(byte[] bytes, int length, int start, int end);
}
