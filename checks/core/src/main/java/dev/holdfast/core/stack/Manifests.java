package dev.holdfast.core.stack;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells container and cluster files by their names and by a few whole lines, without parsing them:
 * a Helm template is not YAML, and a broken manifest is still a manifest.
 */
final class Manifests {

    private static final Set<String> KUSTOMIZATIONS =
            Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Pattern COMPOSE_NAME =
            Pattern.compile("(docker-)?compose([._-][\\w.-]+)?\\.ya?ml");
    private static final Pattern COMPOSE_LINE = Pattern.compile("(services|include)\\s*:.*");

    // The groups that Kubernetes itself serves; other tools use apiVersion and kind as well.
    private static final Pattern API_VERSION =
            Pattern.compile(
                    "apiVersion:\\s*[\"']?(v[0-9]\\w*"
                            + "|(apps|batch|autoscaling|policy|extensions)/v[0-9]\\w*"
                            + "|[a-z0-9.-]+\\.k8s\\.io/v[0-9]\\w*)[\"']?\\s*(#.*)?");
    // A kubeconfig has apiVersion v1 as well, and describes no object of a cluster.
    private static final Pattern KIND =
            Pattern.compile("kind:\\s*[\"']?(?!Config[\"'\\s]*(#.*)?$)[A-Z][A-Za-z]+[\"']?.*");

    private Manifests() {}

    /** Whether the name is that of a Dockerfile; the content decides with {@link #hasFrom}. */
    static boolean isDockerfileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".dockerignore") || lower.endsWith(".md") || lower.endsWith(".txt")) {
            return false;
        }
        return lower.equals("dockerfile")
                || lower.equals("containerfile")
                || lower.startsWith("dockerfile.")
                || lower.endsWith(".dockerfile");
    }

    /** Whether a FROM instruction is there, which every Dockerfile has. */
    static boolean hasFrom(String text) {
        return text.lines().anyMatch(line -> line.strip().regionMatches(true, 0, "FROM ", 0, 5));
    }

    static boolean isComposeName(String name) {
        return COMPOSE_NAME.matcher(name).matches();
    }

    static boolean isCompose(String text) {
        return text.lines().anyMatch(line -> COMPOSE_LINE.matcher(line).matches());
    }

    static boolean isYamlName(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    static boolean isKustomizationName(String name) {
        return KUSTOMIZATIONS.contains(name);
    }

    /** Whether a {@code Chart.yaml} is one of Helm's: it has an apiVersion of its own, v1 or v2. */
    static boolean isChart(String text) {
        return text.lines().anyMatch(line -> line.matches("apiVersion:\\s*[\"']?v[12][\"']?\\s*"));
    }

    /** Whether one document of the text names a version and a kind of a Kubernetes object. */
    static boolean isKubernetes(String text) {
        boolean version = false;
        boolean kind = false;
        for (String line : text.split("\\R", -1)) {
            if (line.startsWith("---")) {
                version = false;
                kind = false;
            }
            version |= API_VERSION.matcher(line).matches();
            kind |= KIND.matcher(line).matches();
            if (version && kind) {
                return true;
            }
        }
        return false;
    }
}
