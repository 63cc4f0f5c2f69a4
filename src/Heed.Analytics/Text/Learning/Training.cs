namespace Heed.Analytics.Text;

/// <summary>One training: the rows of examples and of unlabelled remarks, and the planes through them.</summary>
sealed class Training
{
    readonly RemarkFeatures _features;
    readonly FeatureRows _rows = new();
    readonly int _examples;
    readonly int _classes;
    readonly LearningSettings _settings;

    /// <summary>The class of each row; -1 where it has none yet.</summary>
    readonly int[] _class;

    public Training(
        RemarkFeatures features,
        IReadOnlyList<(string Remark, int Class)> examples,
        IReadOnlyList<string> unlabelled,
        int classes,
        LearningSettings settings
    )
    {
        (_features, _examples, _classes, _settings) = (features, examples.Count, classes, settings);
        foreach (var (remark, _) in examples)
            features.AddTo(_rows, remark);
        if (settings.SelfTraining > 0)
            foreach (var remark in unlabelled)
                features.AddTo(_rows, remark);
        _class = new int[_rows.Count];
        _class.AsSpan().Fill(-1);
        for (var row = 0; row < _examples; row++)
            _class[row] = examples[row].Class;
    }

    public RemarkClassifier Run()
    {
        var model = Fit();
        for (var round = 1; round <= _settings.SelfTraining; round++)
        {
            LabelSurest(model, (double)round / (_settings.SelfTraining + 1));
            model = Fit();
        }
        return model;
    }

    RemarkClassifier Fit()
    {
        var chosen = Enumerable.Range(0, _rows.Count).Where(row => _class[row] >= 0).ToArray();
        var sizes = new double[_classes];
        foreach (var row in chosen)
            sizes[_class[row]] += Weight(row);
        var all = sizes.Sum();
        var planes = new float[_classes][];
        for (var number = 0; number < _classes; number++)
        {
            var (inside, outside) = (all / (2 * sizes[number]), all / (2 * (all - sizes[number])));
            planes[number] = LinearSeparation.Of(
                _rows,
                chosen,
                _features.Count,
                row => _class[row] == number,
                row =>
                    _settings.Cost
                    * Weight(row)
                    * (
                        !_settings.IsBalanced ? 1
                        : _class[row] == number ? inside
                        : outside
                    ),
                _settings.Seed
            );
        }
        return RemarkClassifier.Of(_features, planes);
    }

    double Weight(int row) => row < _examples ? 1 : _settings.SelfLabelledWeighs;

    /// <summary>Labels the surest share of each class's remarks, so that easy classes do not crowd out the others.</summary>
    void LabelSurest(RemarkClassifier model, double share)
    {
        var byClass = new List<(int Row, double Margin)>[_classes];
        for (var number = 0; number < _classes; number++)
            byClass[number] = [];
        for (var row = _examples; row < _rows.Count; row++)
        {
            _class[row] = -1;
            if (_rows.Places(row).IsEmpty)
                continue;
            var (number, margin) = model.Best(_rows, row);
            byClass[number].Add((row, margin));
        }
        foreach (var (number, found) in byClass.Index())
        foreach (
            var (row, _) in found
                .OrderByDescending(one => one.Margin)
                .ThenBy(one => one.Row)
                .Take((int)Math.Ceiling(found.Count * share))
        )
            _class[row] = number;
    }
}
