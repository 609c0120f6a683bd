package dev.holdfast.core.policy;

import java.util.List;

/**
 * What one policy file comes to, with everything that it extends.
 *
 * @param settings everything in force, defaults included
 * @param locks what whoever extends it must keep
 */
record Layer(String name, Settings settings, List<Lock> locks) {

    Layer {
        locks = List.copyOf(locks);
    }
}
