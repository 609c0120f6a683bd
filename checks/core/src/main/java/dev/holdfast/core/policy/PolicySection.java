package dev.holdfast.core.policy;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.yaml.YamlNode;
import java.util.List;

/**
 * A section of the policy file that a capability brings.
 *
 * @param key its key at the top of the file
 * @param brings the checks that a policy itself describes in the section
 */
public record PolicySection(String key, Shape.Keys shape, Brings brings) {

    /** A section in which no check is described. */
    public PolicySection(String key, Shape.Keys shape) {
        this(key, shape, (_, _) -> List.of());
    }

    /** Reads the checks that a policy describes. */
    @FunctionalInterface
    public interface Brings {

        /**
         * The checks of one file.
         *
         * @param section what stands under the key, in its right shape
         * @param file the file as its user knows it
         * @throws dev.holdfast.core.problem.UserProblem with {@code file:line:column} when one is
         *     wrong
         */
        List<CheckInfo> checks(YamlNode section, String file);
    }
}
