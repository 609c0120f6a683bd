package dev.holdfast.core.policy;

import org.jspecify.annotations.Nullable;

/** The severity that a check has when no policy says otherwise. */
@FunctionalInterface
interface CheckSeverities {

    /** Its word, or null when there is no such check. */
    @Nullable String of(String checkId);
}
