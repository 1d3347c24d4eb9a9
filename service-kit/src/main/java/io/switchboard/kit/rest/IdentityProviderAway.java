package io.switchboard.kit.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Keycloak does not answer and its keys are not known yet: come back later, not "server error". */
@Provider
public class IdentityProviderAway extends ExceptionMapperBase<OIDCException> {
    @Override
    protected HttpProblem toProblem(OIDCException failure) {
        return HttpProblem.builder()
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Sign-in is not available")
                .withDetail("The identity provider does not answer.")
                .withHeader("Retry-After", "5")
                .build();
    }
}
