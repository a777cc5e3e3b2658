package dev.holdfast.platform.secrets;

import dev.holdfast.platform.database.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the modules what seals, after it has shown to be this database's. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    KeyStore keyStore(SecretSettings settings) {
        return new KeyStore(settings);
    }

    @Bean
    KeyProof keyProof(Database database) {
        return new KeyProof(database);
    }

    @Bean
    Secrets secrets(KeyStore store, KeyProof proof, SecretSettings settings) {
        var secrets = new Secrets(store);
        proof.check(secrets, settings);
        return secrets;
    }

    @Bean
    KeyRotation keyRotation(KeyStore store, Secrets secrets, ObjectProvider<SealedRows> rows) {
        return new KeyRotation(store, secrets, rows.orderedStream().toList());
    }
}
