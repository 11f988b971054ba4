/// The texts that are part of this target's binary, for the targets above.
package enum HouseFiles {
    /// `Assets/<name>` → text: the style sheet, the modules and the favicon.
    package static var assets: [String: String] { EmbeddedFiles.all.filter { $0.key.hasPrefix("Assets/") } }
    package static var words: [String: String] { EmbeddedFiles.all }
}
