package dev.holdfast.probes.target;

import java.util.List;
import java.util.Optional;

/**
 * What happens to whoever asks for what nobody needs.
 *
 * @param effect a path that answers a number, which must rise
 * @param ban the status that the caller gets next
 */
public record HoneypotRules(List<String> paths, Optional<String> effect, Optional<Integer> ban) {
    public HoneypotRules {
        paths = List.copyOf(paths);
    }
}
