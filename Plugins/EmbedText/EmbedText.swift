import Foundation
import PackagePlugin

/// Turns a target's `Words/` and `Assets/` into one Swift file of string literals, so that the server is one binary.
/// SwiftPM's own `.embedInCode` writes byte arrays, which take the compiler some 50 s for 250 KB; a literal takes none
/// (docs/decisions/0002-embedded-text.md).
@main
struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let files = ["Words", "Assets"].flatMap { folder -> [URL] in
            let place = target.directoryURL.appending(path: folder)
            let found = try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            return (found ?? []).sorted { $0.path < $1.path }
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files of \(target.name)",
                executable: try context.tool(named: "embedtext").url,
                arguments: [output.path] + files.map(\.path),
                inputFiles: files, outputFiles: [output])
        ]
    }
}
