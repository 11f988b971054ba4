// swift-tools-version: 6.2
// The parsers of the house under libFuzzer. `bin/fuzz` lays out this package in `.build/fuzz/package`, where `Sources` are
// links to the house's own; the package of the house itself knows nothing of it, so that nobody else builds it.
import PackageDescription

/// Counters at every edge, and addresses checked: C libraries and unsafe pointers have no traps of their own.
let watched: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-sanitize=fuzzer,address"]),
]

/// A part of a target of the house: the files that parse, and what they need.
func room(_ name: String, on below: [Target.Dependency] = [], files: [String]? = nil) -> Target {
    .target(name: name, dependencies: below, sources: files, swiftSettings: watched)
}

let package = Package(
    name: "plenaria",
    dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
    targets: [
        room("Base"),
        room("Formats", on: ["Base", "CXML2", .product(name: "Crypto", package: "swift-crypto")]),
        room(
            "HTML", on: ["Base", "CCmark"],
            files: [
                "FormParts.swift", "Markdown.swift", "MarkdownBlock.swift", "MarkdownBlocks.swift", "MarkdownTree.swift",
                "Markup.swift",
                "PluralRule.swift", "WordBook.swift",
                "WordsFormat.swift",
            ]),
        room("People", on: ["Base", "HTML"], files: ["FormLines.swift", "Organisations/Country.swift"]),
        room(
            "Web", on: ["Base"],
            files: [
                "ContainerSniffer.swift", "ContentSniffer.swift", "EntityTag.swift", "FormData.swift", "HeaderParameters.swift",
                "MediaType.swift", "MultipartReader.swift", "RangeHeader.swift", "UploadedFile.swift",
            ]),
        room(
            "Convene", on: ["Base", "HTML", "People", .product(name: "Crypto", package: "swift-crypto")],
            files: [
                "Agenda", "Door/DoorInputForm.swift", "Door/TicketCode.swift", "Mailing/MailOccasion.swift",
                "Mailing/MailTemplate.swift", "Materials/CaptionText.swift", "Programme/ItemKind.swift",
                "Questions/AnswerForm.swift", "Questions/Answers.swift", "Questions/OptionLines.swift",
                "Questions/OrganisationRegister.swift", "Questions/Question.swift", "Questions/QuestionForm.swift",
                "Questions/Questionnaire.swift", "Questions/QuestionnaireRules.swift", "Questions/SpokenLanguage.swift",
                "Registration/RegistrationNumber.swift", "Registration/RegistrationOccasion.swift", "Search/SearchFolding.swift",
            ]),
        room(
            "Mail", on: ["Base", "CGMime"],
            files: [
                "Bounce.swift", "BounceFields.swift", "BounceParts.swift", "BounceProse.swift", "BounceReader.swift",
                "LetterReference.swift", "MailAddress.swift", "MimeRoom.swift",
            ]),
        room("CompositeIndex", on: ["CLapack", "CGLPK", "CXML2", "CXlsxWriter", "CZip"]),
        .systemLibrary(name: "CLapack", pkgConfig: "lapacke"),
        .systemLibrary(name: "CGLPK"),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip"),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCmark"),
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(
            name: "parsers", dependencies: ["Base", "Formats", "HTML", "Web", "Convene", "Mail", "CompositeIndex", "CFuzzer"],
            swiftSettings: watched + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]
)
