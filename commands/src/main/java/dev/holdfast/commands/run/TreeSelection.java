package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.secrets.scan.Ignored;
import dev.holdfast.secrets.scan.TreeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Selects the files of a project that are searched for secrets. */
public final class TreeSelection {

    private TreeSelection() {}

    /**
     * What a scan looks at.
     *
     * @param named folders and files; the project's folder when none is named
     * @param everything whether what git ignores is looked at, too
     * @param elsewhere folders that another check looks at
     */
    public static TreeRequest of(
            Workspace workspace,
            List<Path> named,
            boolean everything,
            List<Path> elsewhere,
            Surroundings surroundings)
            throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Path each : named) {
            paths.add(each.toRealPath());
        }
        if (paths.isEmpty()) {
            paths.add(workspace.project().directory());
        }
        boolean git = workspace.project().repository() && !everything;
        return new TreeRequest(
                paths,
                git ? GitIgnored.of(workspace.project(), surroundings) : Ignored.NOTHING,
                workspace.policy().excludes(),
                elsewhere);
    }
}
