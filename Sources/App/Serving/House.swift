import Base
import Convene
import HTML
import Hummingbird
import Identity
import Logging
import Measure
import People
import Store
import Web

/// The house put together: every module by name, their words, routes and migrations, one database.
package struct House: Sendable {
    package let settings: Settings
    package let database: Database
    package let modules: [Module]
    package let hall: Hall
    package let table: RouteTable
    package let cache: PageCache
    let letterFiles: LetterFiles

    /// The wings, in the order of their places in the bar. There is no plug-in machinery: a wing is a line here.
    package static func modules(providers: [SignInProvider] = []) -> [Module] {
        [
            ConveneModule.module(),
            MeasureModule.module(),
            PeopleModule.module(
                events: { try EventStore.all(in: $0).map(\.reference) },
                parts: { try ConveneModule.parts(of: $0, in: $1) }, providers: providers),
        ]
    }

    package static var migrations: [Migration] {
        StoreSchema.migrations + WebSchema.migrations + modules().reversed().flatMap(\.migrations)
    }

    package static func book() throws -> WordBook {
        var book = WordBook()
        for words in [HouseFiles.words, WebFiles.words, AppFiles.words] + modules().map(\.words) { try book.add(words) }
        return book
    }

    /// `logger` hears why a sign-in elsewhere did not work. Without `keys` what is signed holds as long as the process.
    package init(
        _ settings: Settings, database: Database, keys: HouseKeys = .fresh(),
        logger: Logger = Logger(label: "house") { _ in SwiftLogNoOpLogHandler() }
    ) throws {
        self.settings = settings
        self.database = database
        let clock: @Sendable () -> Instant = { database.now }
        modules = House.modules(
            providers: settings.providers.map { OpenIDClient($0, clock: clock, logger: logger).provider })
        let keepsMail = settings.smtpURL.isEmpty
        hall = Hall(
            database: database, book: try House.book(), assets: StaticFiles(HouseFiles.assets), siteName: settings.siteName,
            baseURL: settings.baseURL, places: modules.flatMap(\.places), viewer: { try RoleStore.viewer($0, in: $1) },
            bearer: { secret, database in
                try await ApiTokenActions.open(secret, in: database).map { viewer, token in
                    Bearer(viewer: viewer, scopes: Set(token.scopes.map(\.rawValue)))
                }
            }, keys: keys, desks: modules.flatMap(\.desks))
        letterFiles = LetterFiles(hall, modules)
        var routes = modules.flatMap(\.routes) + HomeRoutes.routes(panels: modules.flatMap(\.panels))
        routes += HealthRoutes.routes + RobotsRoutes.routes + ApiDocumentRoutes.routes
        routes += PeopleModule.personalRoutes(modules.flatMap(\.personal), archive: ZipArchive.bytes)
        routes += OutboxRoutes.routes(keepsMail ? settings.demo ? .open : .kept : .sent, letterFiles)
        table = try RouteTable(routes)
        cache = PageCache(isOn: settings.pageCache)
    }

    package func front(logger: Logger) -> Front {
        Front(
            hall: hall, table: table, cache: cache, logger: logger, generalRate: settings.rate,
            trustsForwarded: settings.trustsForwarded)
    }
}
