package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.project.Project;
import dev.holdfast.secrets.scan.Ignored;

/** What git ignores in a project and does not track. */
final class GitIgnored {

    private GitIgnored() {}

    static Ignored of(Project project, Surroundings surroundings) {
        return Ignored.NOTHING;
    }
}
