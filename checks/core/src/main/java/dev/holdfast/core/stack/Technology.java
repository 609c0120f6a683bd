package dev.holdfast.core.stack;

/** A part of a project's stack that Holdfast has rules for. */
public enum Technology {
    /** {@code next} among the dependencies of a {@code package.json}. */
    NEXTJS("nextjs", "Next.js"),
    /** {@code @nestjs/core} among the dependencies. */
    NESTJS("nestjs", "NestJS"),
    /** A {@code supabase/config.toml}, or a Supabase client among the dependencies. */
    SUPABASE("supabase", "Supabase"),
    /** A Dockerfile or a compose file. */
    DOCKER("docker", "Docker"),
    /** A manifest of a Kubernetes object, a kustomization or a Helm chart. */
    KUBERNETES("kubernetes", "Kubernetes"),
    /** {@code vite} among the dependencies. */
    VITE("vite", "Vite"),
    /** {@code webpack} among the dependencies. */
    WEBPACK("webpack", "webpack"),
    /** Any {@code package.json} that can be read. */
    NODE("node", "Node.js");

    private final String word;
    private final String title;

    Technology(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word used in policy files and file names. */
    public String word() {
        return word;
    }

    /** The name as its makers write it. */
    public String title() {
        return title;
    }
}
