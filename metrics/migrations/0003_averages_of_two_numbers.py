
import pgtrigger.compiler
import pgtrigger.migrations
from collaborative.isolation import migrating
from django.db import migrations, models


class Migration(migrating.Migration):

    dependencies = [
        ('metrics', '0002_protect'),
        ('tenancy', '0004_facts_of_places'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='metricversion',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='metricversion',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='metricversion',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='observation',
            name='observation_numbers_fit_kind',
        ),
        migrations.AddField(
            model_name='metricversion',
            name='fewest',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='the fewest that make a number'),
        ),
        migrations.AddField(
            model_name='metricversion',
            name='highest',
            field=models.FloatField(blank=True, null=True, verbose_name='the highest one can give'),
        ),
        migrations.AddField(
            model_name='metricversion',
            name='lowest',
            field=models.FloatField(blank=True, null=True, verbose_name='the lowest one can give'),
        ),
        migrations.AddField(
            model_name='metricversionevent',
            name='fewest',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='the fewest that make a number'),
        ),
        migrations.AddField(
            model_name='metricversionevent',
            name='highest',
            field=models.FloatField(blank=True, null=True, verbose_name='the highest one can give'),
        ),
        migrations.AddField(
            model_name='metricversionevent',
            name='lowest',
            field=models.FloatField(blank=True, null=True, verbose_name='the lowest one can give'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='metricversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "metrics_metricversionevent" ("change_note", "collect", "counts_families", "created_at", "denominator_words", "fewest", "guidance", "hidden_at", "hidden_by_id", "highest", "id", "kind", "language", "lowest", "metric_id", "number", "numerator_words", "operational_definition", "organization_id", "per", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit", "version") VALUES (NEW."change_note", NEW."collect", NEW."counts_families", NEW."created_at", NEW."denominator_words", NEW."fewest", NEW."guidance", NEW."hidden_at", NEW."hidden_by_id", NEW."highest", NEW."id", NEW."kind", NEW."language", NEW."lowest", NEW."metric_id", NEW."number", NEW."numerator_words", NEW."operational_definition", NEW."organization_id", NEW."per", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."unit", NEW."version"); RETURN NULL;', hash='fd86f40ac949e8ca458b1a7e2850f555cbe03868', operation='INSERT', pgid='pgtrigger_insert_insert_6fa4c', table='metrics_metricversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='metricversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "metrics_metricversionevent" ("change_note", "collect", "counts_families", "created_at", "denominator_words", "fewest", "guidance", "hidden_at", "hidden_by_id", "highest", "id", "kind", "language", "lowest", "metric_id", "number", "numerator_words", "operational_definition", "organization_id", "per", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit", "version") VALUES (NEW."change_note", NEW."collect", NEW."counts_families", NEW."created_at", NEW."denominator_words", NEW."fewest", NEW."guidance", NEW."hidden_at", NEW."hidden_by_id", NEW."highest", NEW."id", NEW."kind", NEW."language", NEW."lowest", NEW."metric_id", NEW."number", NEW."numerator_words", NEW."operational_definition", NEW."organization_id", NEW."per", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on", NEW."unit", NEW."version"); RETURN NULL;', hash='cc8a43e81dd9e4aa13707a07b798fa6dea86a4e2', operation='UPDATE', pgid='pgtrigger_update_update_f0157', table='metrics_metricversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='metricversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "metrics_metricversionevent" ("change_note", "collect", "counts_families", "created_at", "denominator_words", "fewest", "guidance", "hidden_at", "hidden_by_id", "highest", "id", "kind", "language", "lowest", "metric_id", "number", "numerator_words", "operational_definition", "organization_id", "per", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "unit", "version") VALUES (OLD."change_note", OLD."collect", OLD."counts_families", OLD."created_at", OLD."denominator_words", OLD."fewest", OLD."guidance", OLD."hidden_at", OLD."hidden_by_id", OLD."highest", OLD."id", OLD."kind", OLD."language", OLD."lowest", OLD."metric_id", OLD."number", OLD."numerator_words", OLD."operational_definition", OLD."organization_id", OLD."per", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."unit", OLD."version"); RETURN NULL;', hash='ca0bb01c730ce78599db01c70728c2249d9c9cd3', operation='DELETE', pgid='pgtrigger_delete_delete_252a8', table='metrics_metricversion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='metricversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('highest', None), ('lowest', None)), models.Q(('highest__gt', models.F('lowest')), ('highest__isnull', False), ('kind', 'average'), ('lowest__isnull', False)), _connector='OR'), name='metric_version_scale_of_an_average'),
        ),
        migrations.AddConstraint(
            model_name='observation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('denominator', None), ('numerator', None), ('value', None)), models.Q(('denominator__gte', 1), ('denominator__isnull', False), ('kind', 'percentage'), ('numerator__isnull', False), ('numerator__lte', models.F('denominator')), ('value', None)), models.Q(('denominator__gte', 1), ('denominator__isnull', False), ('kind', 'rate'), ('numerator__isnull', False), ('value', None)), models.Q(('denominator', None), ('kind', 'count'), ('numerator__isnull', False), ('value', None)), models.Q(('kind', 'average'), ('numerator', None), ('value__gte', 0), ('value__isnull', False), ('value__lte', 1000000000)), models.Q(('denominator__gte', 1), ('denominator__isnull', False), ('kind', 'average'), ('numerator__isnull', False), ('value', None)), _connector='OR'), name='observation_numbers_fit_kind'),
        ),
    ]
