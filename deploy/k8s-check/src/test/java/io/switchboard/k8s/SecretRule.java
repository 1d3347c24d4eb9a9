package io.switchboard.k8s;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret is in git; those that a service needs are named in the README, with their keys. */
final class SecretRule implements Rule {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|private_?key|credential).*");
    private final String readme = Checkout.text(Checkout.K8S.resolve("README.md"));

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.manifests().stream().flatMap(manifest -> {
            Findings found = new Findings();
            found.unless(!manifest.kind().equals("Secret"), "is a Secret in git");
            if (manifest.kind().equals("ConfigMap")) {
                manifest.node().at("data").fields().keySet().stream()
                        .filter(each -> SECRET.matcher(each).matches())
                        .forEach(each -> found.add("holds " + each + ", which belongs into a Secret"));
            }
            manifest.containers().forEach(each -> container(found, each));
            manifest.pod().everything().forEach(each -> named(found, each));
            return found.stream().map(manifest::problem);
        });
    }

    private static void container(Findings found, Node container) {
        container.at("env").list().stream()
                .filter(each -> SECRET.matcher(each.at("name").text()).matches())
                .filter(each -> !each.at("valueFrom.secretKeyRef").exists())
                .forEach(each -> found.add("has " + each.at("name").text() + " in the open"));
    }

    private void named(Findings found, Node place) {
        Node key = place.at("secretKeyRef");
        if (key.exists()) {
            documented(found, key.at("name").text());
            documented(found, key.at("key").text());
        }
        Stream.of("secret.name", "secret.secretName", "secretRef.name")
                .map(place::at)
                .filter(Node::exists)
                .forEach(each -> documented(found, each.text()));
    }

    private void documented(Findings found, String name) {
        found.unless(
                readme.contains("`" + name + "`"), "needs the secret " + name + ", which k8s/README.md does not name");
    }
}
