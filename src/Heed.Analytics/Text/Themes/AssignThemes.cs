using System.Runtime.InteropServices;

namespace Heed.Analytics.Text.Themes;

/// <summary>What a sentence of a remark is about.</summary>
/// <param name="Theme">The place of the theme in the model.</param>
/// <param name="Lift">How many nats likelier the sentence is from its theme than from all remarks together.</param>
/// <param name="Margin">How many nats likelier than from the second best theme.</param>
/// <param name="Start">Where the sentence begins in the remark, in UTF-16 units.</param>
/// <param name="Length">How long it is, its end marks left out.</param>
public readonly record struct SentenceTheme(int Theme, float Lift, float Margin, int Start, int Length);

/// <summary>Judges remarks as text: each sentence has one theme or none, and a remark has those of its sentences.</summary>
/// <remarks>
/// Where no sentence fits a theme by itself, the remark as a whole is judged. Safe to use from several threads.
/// </remarks>
/// <param name="frozen">The themes.</param>
/// <param name="reader">A reader made for the model.</param>
public sealed class AssignThemes(FrozenThemes frozen, ThemeReader reader)
{
    const int PerPart = 2048;

    /// <summary>The themes of each remark, on all cores; empty for one that fits none.</summary>
    /// <param name="remarks">The remarks. Null is an empty one.</param>
    /// <param name="progress">Is told now and then how many more are done.</param>
    public SentenceTheme[][] Run(IReadOnlyList<string?> remarks, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        var themes = new SentenceTheme[remarks.Count][];
        Parallel.For(
            0,
            (remarks.Count + PerPart - 1) / PerPart,
            part =>
            {
                var (one, end) = (new OneThread(frozen, reader), Math.Min(remarks.Count, (part + 1) * PerPart));
                for (var i = part * PerPart; i < end; i++)
                    themes[i] = one.Run(remarks[i]);
                progress?.Invoke(end - part * PerPart);
            }
        );
        return themes;
    }

    sealed class OneThread(FrozenThemes frozen, ThemeReader reader)
    {
        readonly WordReader _words = new(reader.Rules);
        readonly List<ulong> _hashes = [];
        readonly List<SentenceTheme> _found = [];
        readonly float[] _vector = new float[reader.Width];

        public SentenceTheme[] Run(string? remark)
        {
            var words = _words.Read(remark);
            _found.Clear();
            for (int from = 0, to; from < words.Length; from = to)
            {
                to = from + 1;
                while (to < words.Length && words[to].Sentence == words[from].Sentence)
                    to++;
                Judge(words[from..to]);
            }
            if (_found.Count == 0 && words.Length > 0 && words[^1].Sentence != words[0].Sentence)
                Judge(words);
            return _found.Count == 0 ? [] : [.. _found];
        }

        void Judge(ReadOnlySpan<Word> words)
        {
            _hashes.Clear();
            ThemeReader.Hashes(words, _hashes);
            if (_hashes.Count == 0)
                return;
            Array.Clear(_vector);
            reader.Vector(words, _vector);
            var judged = frozen.Assign(CollectionsMarshal.AsSpan(_hashes), _vector);
            if (judged.Theme != Assignment.Unthemed)
                _found.Add(
                    new(
                        judged.Theme,
                        judged.Lift,
                        judged.Margin,
                        words[0].Start,
                        words[^1].Start + words[^1].Length - words[0].Start
                    )
                );
        }
    }
}
