/// What the rules let pass. Each list is short on purpose; a new line needs its reason beside it.
enum ShortLists {
    /// Targets and what each may import of ours; tests see `ArrowRules.allowed(for:)`.
    static let arrows: [String: Set<String>] = {
        let ground: Set<String> = ["Base", "Store", "HTML", "Web"]
        let wings: Set<String> = ["Convene", "Agree", "Measure", "Teach", "Reach"]
        let drivers: Set<String> = ["SQLiteStore", "PostgresStore", "Mail", "Identity"]
        var table: [String: Set<String>] = [
            "CZlib": [], "CBrotli": [], "CPQ": [], "CCurl": [], "CGMime": [], "CXML2": [], "CArgon2": [], "CCmark": [],
            "CVips": [], "Pictures": ["Base", "CVips"],
            "CPango": [], "CQREncode": [], "Paper": ["Base", "CPango", "CQREncode"],
            "CLapack": [], "CGLPK": [], "CXlsxWriter": [], "CZip": [],
            "CompositeIndex": ["CLapack", "CGLPK", "CXML2", "CXlsxWriter", "CZip"],
            "embedtext": [],
            "EmbedText": ["embedtext"],
            "Base": [],
            "Store": ["Base"],
            "HTML": ["Base", "CCmark"],
            "Formats": ["Base", "CXML2"],
            "Web": ["Base", "Store", "HTML", "CZlib", "CBrotli"],
            "People": ground.union(["CArgon2", "Pictures"]),
            "Identity": ["Base", "Web", "People"],
            "SQLiteStore": ["Base", "Store"],
            "PostgresStore": ["Base", "Store", "CPQ"],
            "Mail": ["Base", "CCurl", "CGMime"],
            "App": ground.union(["People"]).union(wings).union(drivers),
            "plenaria": ["App", "Base", "Store", "CompositeIndex"],
            "TestKit": ground.union(["People", "SQLiteStore", "PostgresStore"]),
            "crashwriter": ["Base", "Store", "SQLiteStore", "PostgresStore"],
            "paperprinter": ["Base", "Paper"],
            "rushclient": [],
            "HouseTests": [],
        ]
        for wing in wings { table[wing] = ground.union(["People"]) }
        // Foreign schedules are read by the wing that plans them and by the command line.
        table["Convene"]?.insert("Formats")
        // Badges, tickets and certificates.
        table["Convene"]?.insert("Paper")
        // Reports of an index.
        table["Measure"]?.insert("Paper")
        // The index is computed by the wing that publishes it and by the command line.
        table["Measure"]?.insert("CompositeIndex")
        table["App"]?.insert("CompositeIndex")
        table["App"]?.insert("Formats")
        return table
    }()

    /// Foreign modules that are spoken to in one place.
    static let homes: [String: Set<String>] = [
        "GRDB": ["SQLiteStore"], "CPQ": ["PostgresStore"], "CCurl": ["Mail"], "CGMime": ["Mail"], "CZlib": ["Web"],
        "CBrotli": ["Web"], "CXML2": ["Formats", "CompositeIndex"], "CArgon2": ["People"], "CVips": ["Pictures"],
        "CCmark": ["HTML"],
        "CPango": ["Paper"], "CQREncode": ["Paper"],
        "CLapack": ["CompositeIndex"], "CGLPK": ["CompositeIndex"], "CXlsxWriter": ["CompositeIndex"], "CZip": ["CompositeIndex"],
        "JWTKit": ["Identity"],
        "AsyncHTTPClient": ["Identity"], "Hummingbird": ["Web", "App"], "Configuration": ["App"],
        "ServiceLifecycle": ["App", "Web"],
        "ArgumentParser": ["plenaria"],
    ]

    /// C libraries that more than one target speaks to, each with its reason.
    static let sharedLibraries: [String: String] = [
        "CXML2": "each reader is made and freed in one call on one thread, and libxml2 keeps nothing between them"
    ]

    /// Targets that other packages may use by themselves: what they offer is public.
    static let libraries: Set<String> = ["CompositeIndex"]

    /// Files of more than 250 lines, each with its reason. None may pass 400.
    static let longFiles: [String: String] = [
        "Sources/Convene/ScheduleImport/ScheduleMerge.swift": "one merge over one state that nobody else may touch",
        "Tests/AppTests/RouteRights.swift": "one written matrix, to be read from top to bottom",
        "Tests/Bench/rush.py": "one measurement: the site, the crowd and what the database says afterwards",
    ]

    /// `\(raw:` writes unescaped HTML: how often, and in which file.
    static let rawMarkup: [String: Int] = [
        // Drawings of our own.
        "Sources/HTML/Drawings/Band.swift": 1,
        "Sources/HTML/Drawings/Hemicycle.swift": 2,
        "Sources/HTML/Drawings/WorldMap.swift": 1,
        // JSON-LD, whose every `<` is escaped: HTML's own escapes would not be undone within a script element.
        "Sources/HTML/DataBlock.swift": 1,
    ]

    /// Who may ask for the time, and how. Everyone else is handed an `Instant`.
    static let clocks: [String: Set<String>] = [
        "Sources/Store/SystemClock.swift": ["Date()"]
    ]

    /// Files of a wing that hold SQL although their last word is neither Store nor Schema.
    static let sqlElsewhere: [String: String] = [:]

    /// Sources of People and the wings that have no test file of their own, each with its reason.
    static let untested: [String: String] = [:]

    /// Nouns that name a Store, Page, Actions or Routes, each with its reason.
    static let nounsLookingUp: [String: String] = [:]

    /// Files whose imports are wider than their role, with what they may import besides.
    static let widerImports: [String: Set<String>] = [
        // A change of roles ends sessions, and signing in begins one: both are Web's.
        "Sources/People/Roles/RoleActions.swift": ["Web"],
        "Sources/People/SignIn/SignInActions.swift": ["Web"],
        // An upload is kept in the transaction of the verb that takes it: stored files are Web's.
        "Sources/Convene/ScheduleImport/ScheduleImportActions.swift": ["Web"],
        "Sources/Convene/Materials/MaterialActions.swift": ["Web"],
        // So are files that come with answers, which go with them.
        "Sources/Convene/Questions/AnswerFileStore.swift": ["Web"],
        "Sources/Convene/Questions/AnswerActions.swift": ["Web"],
        // Secrets are digested, and sittings begun and ended, as Web does it: there is one way, `FormGuard` and `SessionStore`.
        "Sources/People/Invitations/InvitationActions.swift": ["Web"],
        "Sources/People/Passwords/PasswordActions.swift": ["Web"],
        "Sources/People/Providers/ProviderActions.swift": ["Web"],
        "Sources/People/Sittings/SittingActions.swift": ["Web"],
        "Sources/People/PersonalData/PersonalDataActions.swift": ["Web"],
        "Sources/Measure/Rounds/RoundActions.swift": ["Web"],
        // The one file that speaks to libargon2.
        "Sources/People/Passwords/Argon2.swift": ["CArgon2"],
        // The one place of People where pictures are made.
        "Sources/People/Profiles/Portrait.swift": ["Pictures"],
    ]

    /// Settings that are read under a name which is not written out in `Sources/App/Settings.swift`.
    static let settings: [String] = [
        "plenaria.provider.KEY.issuer", "plenaria.provider.KEY.name", "plenaria.provider.KEY.client.id",
        "plenaria.provider.KEY.client.secret", "plenaria.provider.KEY.trusts.email", "plenaria.provider.KEY.private",
    ]
}
