import Base
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import People
import ServiceLifecycle
import Store
import Web

/// The running program: server, change feed, jobs and post, started and ended together.
package enum Serving {
    /// Serves until SIGTERM or SIGINT; requests under way are finished first.
    package static func run(_ settings: Settings) async throws {
        // Requests are short and never block: run on the event loops' own threads, they need no hop between two pools.
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        guard Zone.isAvailable else { throw StoreError.refused("tzdata is missing: install the package tzdata") }
        var logger = Logger(label: "plenaria")
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .notice
        let database = try await EngineChoice.migrated(settings)
        for warning in database.engine.warnings { logger.warning("\(warning)") }
        logger.notice("database \(database.engine.version)")
        let house = try House(settings, database: database, keys: KeyFile.keys(settings), logger: logger)
        if settings.demo { try await DemoWorld.fill(house) }
        let link = try await firstLink(house)
        let front = house.front(logger: logger)
        // The lane watches for idle connections: it alone sees all that goes on.
        let application = Application(
            responder: front,
            server: .http1(
                configuration: .init(additionalChannelHandlers: [FastLaneInstaller(front: front, idle: .seconds(60))])),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            services: try loops(house, logger: logger),
            onServerRunning: { _ in announce(settings, link: link) },
            logger: Logger(label: "http") { _ in SwiftLogNoOpLogHandler() })
        // Hummingbird copies its logger for each request; ours are `Front`'s and the loops', so that its own costs nothing.
        try await application.runService()
        await database.close()
    }

    /// A one-time link for the first administrator; nil once there is one.
    private static func firstLink(_ house: House) async throws -> String? {
        let isDemo = house.settings.demo
        let token = try await house.database.write { tx in
            isDemo ? try DemoWorld.signInToken(in: tx) : try SignInActions.firstAdministrator(in: tx)
        }
        return token.map { house.settings.baseURL + "/sign-in/" + $0 }
    }

    private static func announce(_ settings: Settings, link: String?) {
        var lines = "\nPlenaria is ready: \(settings.baseURL)/\n"
        if let link { lines += "Sign in as administrator (once, within 24 hours): \(link)\n" }
        if settings.smtpURL.isEmpty, settings.demo { lines += "Mails stay here: \(settings.baseURL)/outbox\n" }
        FileHandle.standardOutput.write(Data((lines + "\n").utf8))
    }

    /// One that fails is tried again at its next turn: a database may be away for a while.
    private static func round(_ round: Module.Round, _ hall: Hall, _ logger: Logger) -> Loop {
        Loop(name: round.name) {
            while !Task.isCancelled {
                do { try await round.body(hall) } catch let error as CancellationError { throw error } catch {
                    logger.error("round failed", metadata: ["round": "\(round.name)", "error": "\(FailureKind.of(error))"])
                }
                try await Task.sleep(for: .seconds(round.seconds))
            }
        }
    }

    /// Reports that `plenaria bounce` left for this process.
    private static func bounces(_ settings: Settings, _ database: Database, _ logger: Logger) async throws {
        let spool = BounceSpool(settings)
        while !Task.isCancelled {
            do { try await spool.take(into: database) } catch let error as CancellationError { throw error } catch {
                logger.error("bounces wait", metadata: ["error": "\(FailureKind.of(error))"])
            }
            try await Task.sleep(for: .seconds(20))
        }
    }

    private static func loops(_ house: House, logger: Logger) throws -> [any Service] {
        let database = house.database
        let cache = house.cache
        let live = house.hall.live
        let jobs = house.modules.reduce(into: [:]) { $0.merge($1.jobs) { first, _ in first } }
        let post = try PostOffice(house.settings, house.letterFiles)
        return [
            Loop(name: "changes") {
                live.open()
                defer { live.close() }
                // The cache goes first: who hears of a change and asks at once gets what is new.
                try await ChangeFeed(database).run { changes in
                    cache.forget(Set(changes.map(\.topic)))
                    live.tell(changes)
                }
            },
            Loop(name: "jobs") { try await JobRunner(database, handlers: jobs, logger: logger).run() },
            Loop(name: "post") {
                try await OutboxRunner(database, deliver: { await post?.deliver($0) ?? .settled(.kept) }, logger: logger).run()
            },
            Loop(name: "bounces") { try await bounces(house.settings, database, logger) },
            Loop(name: "audit") { try await AuditSealer(database).run() },
        ] + house.modules.flatMap(\.rounds).map { round($0, house.hall, logger) }
    }
}
