import Base
import Configuration
import Foundation
import Identity
import SystemPackage

/// Every setting, read once at the start: environment first, then the file that `PLENARIA_CONFIG` names, then the
/// default, which works on a fresh checkout. docs/configuration.md lists them; a test holds it to this file.
package struct Settings: Sendable {
    /// Folder of the SQLite file, the lock and the uploads.
    package var data: String
    /// `postgresql://…`; empty for SQLite in `data`.
    package var databaseURL: String
    package var databaseConnections: Int
    /// A PostgreSQL schema of our own.
    package var databaseSchema: String
    package var host: String
    package var port: Int
    /// The address that visitors use; links in mails are built from it.
    package var baseURL: String
    package var siteName: String
    /// Base64 of 32 bytes or more, from which every key is derived; empty for the file `key` in `data`.
    package var key: String
    /// `smtp://host:25` or `smtps://host:465`; empty keeps mails in the local outbox page.
    package var smtpURL: String
    package var smtpUser: String
    package var smtpPassword: String
    package var mailFrom: String
    package var mailFromName: String
    package var pageCache: Bool
    /// Requests a minute from one address.
    package var rate: Int
    /// Take the asking address from X-Forwarded-For: only behind a proxy that sets it.
    package var trustsForwarded: Bool
    package var logLevel: String
    /// Sign-ins elsewhere, in the order of their buttons.
    package var providers: [OpenIDSettings]
    /// The demo world: made at the start if the database is empty; mails stay in the outbox page.
    package var demo: Bool

    package static let keys = [
        "plenaria.data", "plenaria.database.url", "plenaria.database.connections", "plenaria.database.schema", "plenaria.host",
        "plenaria.port", "plenaria.base.url", "plenaria.site.name", "plenaria.key", "plenaria.smtp.url", "plenaria.smtp.user",
        "plenaria.smtp.password", "plenaria.mail.from", "plenaria.mail.from.name", "plenaria.page.cache", "plenaria.rate",
        "plenaria.trust.forwarded", "plenaria.log.level", "plenaria.providers", "plenaria.demo",
    ]

    /// What the command line says goes before everything else.
    package struct Overrides: Sendable {
        package var data: String?
        package var databaseURL: String?
        package var port: Int?
        package var demo: Bool
        package init(data: String? = nil, databaseURL: String? = nil, port: Int? = nil, demo: Bool = false) {
            self.data = data
            self.databaseURL = databaseURL
            self.port = port
            self.demo = demo
        }
    }

    package static func read(_ overrides: Overrides = Overrides()) async throws -> Settings {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider()]
        if let file = ProcessInfo.processInfo.environment["PLENARIA_CONFIG"], !file.isEmpty {
            providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
        }
        let reader = ConfigReader(providers: providers)
        let port = overrides.port ?? reader.int(forKey: "plenaria.port", default: 8080)
        let data = overrides.data ?? reader.string(forKey: "plenaria.data", default: "data")
        return Settings(
            data: data,
            databaseURL: overrides.databaseURL ?? reader.string(forKey: "plenaria.database.url", isSecret: true, default: ""),
            databaseConnections: reader.int(forKey: "plenaria.database.connections", default: 8),
            databaseSchema: reader.string(forKey: "plenaria.database.schema", default: "plenaria"),
            host: reader.string(forKey: "plenaria.host", default: "127.0.0.1"), port: port,
            baseURL: reader.string(forKey: "plenaria.base.url", default: "http://localhost:\(port)"),
            siteName: reader.string(forKey: "plenaria.site.name", default: "Plenaria"),
            key: reader.string(forKey: "plenaria.key", isSecret: true, default: ""),
            smtpURL: reader.string(forKey: "plenaria.smtp.url", default: ""),
            smtpUser: reader.string(forKey: "plenaria.smtp.user", default: ""),
            smtpPassword: reader.string(forKey: "plenaria.smtp.password", isSecret: true, default: ""),
            mailFrom: reader.string(forKey: "plenaria.mail.from", default: "noreply@plenaria.example"),
            mailFromName: reader.string(forKey: "plenaria.mail.from.name", default: "Plenaria"),
            pageCache: reader.bool(forKey: "plenaria.page.cache", default: true),
            rate: reader.int(forKey: "plenaria.rate", default: 1200),
            trustsForwarded: reader.bool(forKey: "plenaria.trust.forwarded", default: false),
            logLevel: reader.string(forKey: "plenaria.log.level", default: "notice"),
            providers: try ProviderSettings.read { text($0, isSecret: $1, in: reader) },
            demo: overrides.demo || reader.bool(forKey: "plenaria.demo", default: false))
    }

    /// A setting as text, whichever way the file writes it: a truth value and a list are no texts there.
    private static func text(_ key: String, isSecret: Bool, in reader: ConfigReader) -> String? {
        let key = ConfigKey(key)
        if let text = reader.string(forKey: key, isSecret: isSecret) { return text }
        if let yes = reader.bool(forKey: key) { return String(yes) }
        return reader.stringArray(forKey: key)?.joined(separator: ",")
    }

    /// For `plenaria doctor`: every setting, secrets masked.
    package var shown: [(key: String, value: String)] {
        let own: [(key: String, value: String)] = [
            ("plenaria.data", data), ("plenaria.database.url", databaseURL.isEmpty ? "(SQLite)" : "(set)"),
            ("plenaria.database.connections", String(databaseConnections)), ("plenaria.database.schema", databaseSchema),
            ("plenaria.host", host), ("plenaria.port", String(port)), ("plenaria.base.url", baseURL),
            ("plenaria.site.name", siteName), ("plenaria.key", key.isEmpty ? "(file)" : "(set)"),
            ("plenaria.smtp.url", smtpURL.isEmpty ? "(local outbox)" : smtpURL),
            ("plenaria.smtp.user", smtpUser), ("plenaria.smtp.password", smtpPassword.isEmpty ? "" : "(set)"),
            ("plenaria.mail.from", mailFrom), ("plenaria.mail.from.name", mailFromName),
            ("plenaria.page.cache", String(pageCache)),
            ("plenaria.rate", String(rate)), ("plenaria.trust.forwarded", String(trustsForwarded)),
            ("plenaria.log.level", logLevel), ("plenaria.demo", String(demo)),
        ]
        return own + ProviderSettings.shown(providers)
    }
}
