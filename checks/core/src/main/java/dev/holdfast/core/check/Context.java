package dev.holdfast.core.check;

import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.FingerprintKey;
import java.time.Clock;

/**
 * What a check may see of the world besides the files it looks at.
 *
 * @param threads how many threads a check may keep busy, at least 1
 */
public record Context(
        Project project,
        FingerprintKey fingerprintKey,
        Clock clock,
        int threads,
        Progress progress) {

    public Context {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }
}
