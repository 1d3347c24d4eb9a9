package io.switchboard.sentiment.support;

import static org.awaitility.Awaitility.await;

import io.switchboard.kit.persistence.PrepareTables;
import io.switchboard.platform.testing.ServiceDatabase;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database, beside the service. */
@Singleton
public class Database extends ServiceDatabase {
    private final PrepareTables tables;

    Database(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, PrepareTables tables) {
        super(url, "sentiment");
        this.tables = tables;
    }

    /** Waits until the tables are there, which the service does not do at start. */
    public void awaitTables() {
        await().until(tables::done);
    }
}
