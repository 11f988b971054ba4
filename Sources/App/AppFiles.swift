/// The words of the hall's own pages.
enum AppFiles {
    static var words: [String: String] { EmbeddedFiles.all }
}
