/** Renders the manifests of {@code k8s/} and holds them to the cluster's own types and to our rules. */
@NullMarked
package io.switchboard.k8s;

import org.jspecify.annotations.NullMarked;
