package io.switchboard.routing.setup;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.switchboard.platform.testing.KafkaResource;
import io.switchboard.platform.testing.PostgresResource;
import io.switchboard.platform.testing.RedisResource;
import io.switchboard.platform.testing.TokenResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The running service on a real database, a real broker and a real Redis. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "routing"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ComponentTest {}
