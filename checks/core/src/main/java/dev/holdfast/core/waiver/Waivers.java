package dev.holdfast.core.waiver;

import java.util.List;

/**
 * What a waiver file says.
 *
 * @param file the file as reports show it
 * @param waivers those that are well formed, in the order of the file
 * @param problems what is not well formed; such a waiver silences nothing
 */
public record Waivers(String file, List<Waiver> waivers, List<WaiverProblem> problems) {

    public Waivers {
        waivers = List.copyOf(waivers);
        problems = List.copyOf(problems);
    }

    /** Of a project without a waiver file. */
    public static Waivers none(String file) {
        return new Waivers(file, List.of(), List.of());
    }
}
