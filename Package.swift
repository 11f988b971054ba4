// swift-tools-version: 6.2
// The map of the house: a line a target. Arrows point down only; Tests/HouseTests holds them, `bin/map` draws them.
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

func product(_ name: String, _ package: String) -> Target.Dependency { .product(name: name, package: package) }

/// A Swift target; `embeds` names its folders of texts (`Words`, `Assets`) that become part of the binary.
func room(_ name: String, on below: [Target.Dependency] = [], embeds folders: [String] = []) -> Target {
    .target(
        name: name, dependencies: below, exclude: folders, swiftSettings: settings,
        plugins: folders.isEmpty ? [] : [.plugin(name: "EmbedText")])
}

func tests(_ name: String, of rooms: [Target.Dependency], fixtures: Bool = false) -> Target {
    .testTarget(
        name: name, dependencies: rooms, exclude: fixtures ? ["Fixtures"] : [], swiftSettings: settings)
}

func clib(_ name: String, _ pkgConfig: String?, _ debian: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let ground: [Target.Dependency] = ["Base", "Store", "HTML", "Web"]

let package = Package(
    name: "plenaria",
    products: [
        .executable(name: "plenaria", targets: ["plenaria"]), .library(name: "CompositeIndex", targets: ["CompositeIndex"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Texts into code, at build time.
        .executableTarget(name: "embedtext", swiftSettings: settings),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embedtext"]),
        // The ground.
        room("Base"),
        room("Store", on: ["Base", product("Crypto", "swift-crypto"), product("Logging", "swift-log")]),
        room("HTML", on: ["Base", "CCmark"], embeds: ["Words", "Assets"]),
        room(
            "Web",
            on: [
                "Base", "Store", "HTML", "CZlib", "CBrotli", product("Hummingbird", "hummingbird"),
                product("HTTPTypes", "swift-http-types"), product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"),
                product("Crypto", "swift-crypto"), product("Logging", "swift-log"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
            ], embeds: ["Words"]),
        // Foreign files into values.
        room("Formats", on: ["Base", "CXML2", product("Crypto", "swift-crypto")]),
        // Composite indices: a library of values that knows nothing of the rest of the house.
        room("CompositeIndex", on: ["CLapack", "CGLPK", "CXML2", "CXlsxWriter", "CZip"]),
        // Under the wings: who is asking.
        room("Pictures", on: ["Base", "CVips"]),
        // Values into PDF and QR codes.
        room("Paper", on: ["Base", "CPango", "CQREncode"]),
        room("People", on: ground + ["CArgon2", "Pictures", product("HTTPTypes", "swift-http-types")], embeds: ["Words"]),
        // The wings, side by side.
        room(
            "Convene", on: ground + ["People", "Formats", "Paper", product("HTTPTypes", "swift-http-types")], embeds: ["Words"]),
        room(
            "Measure", on: ground + ["People", "CompositeIndex", "Paper", product("HTTPTypes", "swift-http-types")],
            embeds: ["Words"]),
        // Drivers and outlets, known to App alone.
        room("SQLiteStore", on: ["Base", "Store", product("GRDB", "GRDB.swift")]),
        room("PostgresStore", on: ["Base", "Store", "CPQ", product("NIOPosix", "swift-nio")]),
        room("Mail", on: ["Base", "CCurl", "CGMime"]),
        room(
            "Identity",
            on: [
                "Base", "Web", "People", product("JWTKit", "jwt-kit"), product("AsyncHTTPClient", "async-http-client"),
                product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"), product("Crypto", "swift-crypto"),
                product("Logging", "swift-log"),
            ]),
        // The hall and the door.
        room(
            "App",
            on: ground + [
                "People", "Convene", "Measure", "CompositeIndex", "Formats", "SQLiteStore", "PostgresStore", "Mail", "Identity",
                product("Configuration", "swift-configuration"), product("SystemPackage", "swift-system"),
                product("HTTPTypes", "swift-http-types"), product("NIOPosix", "swift-nio"), product("NIOCore", "swift-nio"),
                product("Hummingbird", "hummingbird"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
                product("Logging", "swift-log"),
            ], embeds: ["Words", "Assets"]),
        .executableTarget(
            name: "plenaria",
            dependencies: ["App", "Base", "Store", "CompositeIndex", product("ArgumentParser", "swift-argument-parser")],
            swiftSettings: settings),
        // C libraries, each spoken to by one Swift target.
        clib("CZlib", "zlib", "zlib1g-dev"),
        clib("CBrotli", "libbrotlienc", "libbrotli-dev"),
        clib("CPQ", "libpq", "libpq-dev"),
        clib("CCurl", "libcurl", "libcurl4-openssl-dev"),
        clib("CXML2", "libxml-2.0", "libxml2-dev"),
        clib("CVips", "vips", "libvips-dev"),
        clib("CCmark", nil, "libcmark-gfm-extensions-dev"),
        clib("CArgon2", "libargon2", "libargon2-dev"),
        clib("CGMime", "gmime-3.0", "libgmime-3.0-dev"),
        clib("CPango", "pangocairo", "libpango1.0-dev"),
        clib("CQREncode", "libqrencode", "libqrencode-dev"),
        clib("CLapack", "lapacke", "liblapacke-dev"),
        clib("CGLPK", nil, "libglpk-dev"),
        clib("CXlsxWriter", "xlsxwriter", "libxlsxwriter-dev"),
        clib("CZip", "libzip", "libzip-dev"),
        // Tests.
        .executableTarget(
            name: "crashwriter", dependencies: ["Base", "Store", "SQLiteStore", "PostgresStore"],
            path: "Tests/Bench/CrashWriter", swiftSettings: settings),
        .executableTarget(
            name: "indexbench", dependencies: ["CompositeIndex"], path: "Tests/Bench/IndexBench", swiftSettings: settings),
        .executableTarget(
            name: "paperprinter", dependencies: ["Paper", "Base"], path: "Tests/Bench/PaperPrinter", swiftSettings: settings),
        .executableTarget(
            name: "rushclient", dependencies: [product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio")],
            path: "Tests/Bench/RushClient", swiftSettings: settings),
        room("TestKit", on: ground + ["SQLiteStore", "PostgresStore"]),
        tests("BaseTests", of: ["Base"]),
        tests("StoreTests", of: ["Store", "Base", "TestKit", "SQLiteStore", "PostgresStore"]),
        tests("FormatsTests", of: ["Formats", "Base"]),
        tests("PicturesTests", of: ["Pictures"]),
        tests("PaperTests", of: ["Paper", "Base"]),
        tests("HTMLTests", of: ["HTML", "Base"]),
        tests(
            "WebTests",
            of: ground + [
                "TestKit", product("HummingbirdTesting", "hummingbird"), product("HTTPTypes", "swift-http-types"),
                product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"), product("NIOEmbedded", "swift-nio"),
                product("Logging", "swift-log"), product("Hummingbird", "hummingbird"),
            ]),
        tests("MailTests", of: ["Mail", "Base"]),
        tests(
            "IdentityTests",
            of: ground + [
                "People", "Identity", "TestKit", product("JWTKit", "jwt-kit"), product("Hummingbird", "hummingbird"),
                product("HTTPTypes", "swift-http-types"), product("NIOCore", "swift-nio"), product("Logging", "swift-log"),
                product("Crypto", "swift-crypto"), product("CryptoExtras", "swift-crypto"),
            ]),
        tests("PeopleTests", of: ground + ["People", "TestKit", product("HTTPTypes", "swift-http-types")]),
        tests(
            "ConveneTests", of: ground + ["People", "Convene", "Formats", "TestKit", product("HTTPTypes", "swift-http-types")],
            fixtures: true),
        tests("CompositeIndexTests", of: ["CompositeIndex"]),
        tests(
            "MeasureTests",
            of: ground + ["People", "Measure", "CompositeIndex", "TestKit", product("HTTPTypes", "swift-http-types")],
            fixtures: true),
        tests(
            "AppTests",
            of: ground + [
                "People", "Convene", "Measure", "CompositeIndex", "Formats", "App", "Identity", "TestKit", "PostgresStore",
                product("Yams", "Yams"),
                product("HTTPTypes", "swift-http-types"), product("NIOCore", "swift-nio"),
                product("Logging", "swift-log"), product("Hummingbird", "hummingbird"),
                product("HummingbirdTesting", "hummingbird"),
            ]),
        tests("HouseTests", of: []),
    ]
)
